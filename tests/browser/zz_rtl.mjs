import { launch, withPage } from "./chromium.mjs";
import { serve } from "./published_site.mjs";
const b=await launch(); const s=await serve("/tmp/rtl/public");
for (const [n,p] of [["product","/apeldoorn/ar/hulp/pleegzorg/"],["provider","/apeldoorn/ar/aanbieders/de-lindeboom/"],["home","/apeldoorn/ar/"]]) for (const w of [360,1440]) await withPage(b,{viewport:{width:w,height:w==360?1600:1500}},async page=>{await page.goto(s.origin+p); await page.screenshot({path:`/tmp/zz-rtl-${n}-${w}.png`});});
await b.close(); await s.close();
