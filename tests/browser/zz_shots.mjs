import { launch, withPage } from "./chromium.mjs";
import { PUBLIC, serve } from "./published_site.mjs";
const b=await launch(); const s=await serve(PUBLIC);
for (const [n,p] of [["home","/apeldoorn/en/"],["product","/apeldoorn/en/hulp/pleegzorg/"],["door","/en/"],["nlhome","/apeldoorn/"]]) for (const w of [360,1440]) await withPage(b,{viewport:{width:w,height:w==360?800:900}},async page=>{await page.goto(s.origin+p); await page.screenshot({path:`/tmp/zz-${n}-${w}.png`});});
await b.close(); await s.close();
