-- Where a country is weakest: the mean of every domain and aspect over all results, from JSON
-- lines. Exact numbers are text in JSON; CAST makes them numbers.
--
--   spbe-index compute --format jsonl assessments/ > results.jsonl
--   sqlite3 -box :memory: 'CREATE TABLE lines (line)' '.mode ascii' \
--     '.separator "\t" "\n"' '.import results.jsonl lines' '.mode box' '.read weakest.sql'
SELECT component ->> 'id' AS id,
       component ->> 'name' AS name,
       count(*) AS results,
       printf('%.2f', avg(CAST(component ->> 'low' AS REAL))) AS mean
FROM (SELECT line ->> 'instrument' AS instrument, each.value AS component
      FROM lines, json_each(line, '$.components') AS each)
WHERE instrument = 'permenpanrb-59-2020' AND component ->> 'shown' IS NOT NULL
GROUP BY id, name
ORDER BY avg(CAST(component ->> 'low' AS REAL));
