-- The best regency or city of each province, and how much the province rose.
--
--   spbe-index rank --format csv assessments/ > ranking.csv
--   sqlite3 -box :memory: '.import --csv ranking.csv ranking' '.read provinces.sql'
SELECT province,
       count(*) AS institutions,
       printf('%.2f', avg(CAST(index_low AS REAL))) AS mean,
       round(avg(CAST(nullif(change, '') AS REAL)), 3) AS change,
       min(CAST(rank AS INTEGER)) AS rank,
       institution AS best,
       category
FROM ranking
WHERE kind IN ('kabupaten', 'kota')
GROUP BY province
ORDER BY avg(CAST(index_low AS REAL)) DESC;
