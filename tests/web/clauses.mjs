// Opens a page of clauses (taizhang policy coverage --html, policy show --html) at desk and phone
// size and on paper. usage: node tests/web/clauses.mjs PAGE.html FOLDER
import assert from 'node:assert';
import path from 'node:path';
import { chromium } from 'playwright-core';

const [file, folder] = process.argv.slice(2);
const name = path.basename(file, '.html');
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking'],
});
const faults = [];
for (const [size, width, height] of [['desk', 1280, 900], ['phone', 390, 844]]) {
  const page = await browser.newPage({ viewport: { width, height } });
  page.on('request', (request) => { if (!request.url().startsWith('file:')) faults.push(`asks the network: ${request.url()}`); });
  await page.goto(`file://${path.resolve(file)}`);
  assert(await page.locator('.clause').count() > 0, 'clauses are drawn');
  assert(await page.locator('.note').count() > 0, 'notes stand beside them');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert(wide <= 0, `${size}: the page is ${wide} px wider than the window`);
  const lost = await page.evaluate(() => [...document.querySelectorAll('.also a')]
    .filter((a) => !document.getElementById(decodeURIComponent(a.hash.slice(1)))).length);
  assert.strictEqual(lost, 0, `${size}: every "see above" leads to a note`);
  await page.screenshot({ path: `${folder}/${name}_${size}.png`, fullPage: true });
  if (size === 'desk') await page.pdf({ path: `${folder}/${name}.pdf`, format: 'A4' });
  await page.close();
}
await browser.close();
assert.deepStrictEqual(faults, []);
console.log(`${name}: desk, phone and paper`);
