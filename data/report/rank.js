{
const t=document.querySelector("table.ranked"),b=t.tBodies[0],rows=[...b.rows],
id=document.documentElement.lang==="id",box=document.createElement("input");
box.type="search";box.placeholder=id?"Cari instansi, provinsi, predikat":"Search institution, province, predikat";
box.setAttribute("aria-label",box.placeholder);
box.oninput=()=>{const q=box.value.toLowerCase();for(const r of rows)r.hidden=!r.textContent.toLowerCase().includes(q)};
t.before(box);
const key=c=>{const s=c.textContent.replace(/[▲▼+\s]/g,"").replace("−","-").replace(",","."),n=parseFloat(s);return isNaN(n)?c.textContent.trim().toLowerCase():n};
[...t.tHead.rows[0].cells].forEach((h,i)=>{const k=document.createElement("button");k.type="button";k.textContent=h.textContent;h.replaceChildren(k);
k.onclick=()=>{const up=h.getAttribute("aria-sort")!=="ascending";for(const o of h.parentNode.cells)o.removeAttribute("aria-sort");h.setAttribute("aria-sort",up?"ascending":"descending");
rows.sort((x,y)=>{const p=key(x.cells[i]),q=key(y.cells[i]);return(typeof p===typeof q?p<q?-1:p>q?1:0:typeof p==="number"?-1:1)*(up?1:-1)});b.append(...rows)}});
}
