// Opens the result page in a browser, at desk and phone size, clicks what can be clicked, and
// takes pictures. usage: node tests/web/page.mjs PAGE.html FOLDER
import assert from 'node:assert';
import path from 'node:path';
import { chromium } from 'playwright-core';

const [file, folder] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking'],
});
const faults = [];

async function open(width, height) {
  const page = await browser.newPage({ viewport: { width, height } });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => { if (!request.url().startsWith('file:')) faults.push(`asks the network: ${request.url()}`); });
  await page.goto(`file://${path.resolve(file)}`);
  return page;
}

const countOf = async (page) => Number((await page.textContent('#list-count')).replace(/[^0-9].*$/, '').replace(/,/g, '') || 0);
const shownNumber = async (locator) => Number((await locator.textContent()).replace(/,/g, ''));

for (const [name, width, height] of [['desk', 1280, 900], ['phone', 390, 844]]) {
  const page = await open(width, height);
  assert(await page.locator('.tile').count() > 3, 'townships are drawn');
  assert(await page.locator('#rules .bar').count() > 0, 'rules are drawn');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert(wide <= 0, `${name}: the page is ${wide} px wider than the window`);
  const news = await page.evaluate(() => JSON.parse(document.getElementById('data').textContent).news.length);
  assert.strictEqual(await page.locator('#news li').count(), news, `${name}: a line for each reason of new problems`);
  await page.screenshot({ path: `${folder}/page_${name}.png`, fullPage: true });
  // A number and the list behind it say the same.
  const tile = page.locator('.tile').first();
  const open_problems = await shownNumber(tile.locator('b'));
  await tile.click();
  assert.strictEqual(await countOf(page), open_problems, `${name}: the list of a township has as many rows as its tile says`);
  const owner = page.locator('#owners .bar').first();
  const owned = await shownNumber(owner.locator('.value'));
  await owner.click();
  assert.strictEqual(await countOf(page), owned, `${name}: the list of a department has as many rows as its bar says`);
  await page.close();
}
const page = await open(1280, 900);
await page.pdf({ path: `${folder}/page.pdf`, format: 'A4' });
await browser.close();
assert.deepStrictEqual(faults, []);
console.log('page: desk, phone and paper');
