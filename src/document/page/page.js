'use strict';
// One page, no network: everything is in the data block. Lists are filtered by what was clicked.
const data = JSON.parse(document.getElementById('data').textContent);
const $ = (id) => document.getElementById(id);
const number = new Intl.NumberFormat('zh-CN');
const COLOURS = ['#f3f4f6', '#fbe3dc', '#f4b9a7', '#e3836c', '#c24d3c', '#8f1f1a'];
const PAGE_ROWS = 100;
const state = { filters: {}, shown: PAGE_ROWS, allRules: false };

function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'onclick') node.addEventListener('click', value);
    else if (key === 'style') node.style.cssText = value;
    else node.setAttribute(key, value);
  }
  node.append(...children);
  return node;
}

function rate(item) { return item.households ? (item.open * 100) / item.households : 0; }

function shade(value, top) {
  if (value === 0) return 0;
  return Math.min(COLOURS.length - 1, 1 + Math.floor((value / (top || 1)) * (COLOURS.length - 1.001)));
}

function show(filters, title) {
  state.filters = filters;
  state.shown = PAGE_ROWS;
  $('list-title').textContent = title;
  drawList();
  $('list').scrollIntoView({ behavior: 'smooth', block: 'start' });
}

function matches(row) {
  const f = state.filters;
  return (f.verdict === undefined || row.verdict === f.verdict) && (f.rule === undefined || row.rule === f.rule)
    && (f.owner === undefined || row.owner === f.owner) && (f.village === undefined || row.village === f.village)
    && (f.township === undefined || data.villages[row.village].township === f.township)
    && (f.missing === undefined || row.missing.includes(f.missing))
    && (!f.overdue || (row.verdict === 0 && row.due && row.due < data.as_of));
}

function drawNumbers() {
  const totals = data.totals;
  const cells = [
    ['', '户', totals.households, null], ['', '人', totals.persons, null],
    ['bad', '未办问题', totals.open, { verdict: 0 }], ['bad', '涉及户', totals.households_open, { verdict: 0 }],
    ['bad', '已逾期', totals.overdue, { overdue: true }], ['ask', '待采集后才能判定', totals.unknown, { verdict: 1 }],
  ];
  for (const [kind, label, value, filter] of cells) {
    const parts = [element('b', {}, number.format(value)), element('span', {}, label)];
    $('numbers').append(filter
      ? element('button', { class: kind, type: 'button', onclick: () => show(filter, label) }, ...parts)
      : element('div', { class: kind }, ...parts));
  }
}

function drawTiles() {
  const top = Math.max(0, ...data.townships.map(rate));
  for (const county of data.counties) {
    const grid = element('div', { class: 'county' });
    data.townships.forEach((township, index) => {
      if (township.county !== county.index || township.open + township.households === 0) return;
      const level = shade(rate(township), top);
      grid.append(element('button', {
        class: 'tile', type: 'button', title: `${township.name}:${township.open} 个未办问题,${township.households} 户`,
        style: `background:${COLOURS[level]};color:${level > 3 ? '#fff' : 'inherit'}`,
        onclick: () => show({ township: index, verdict: 0 }, township.name),
      }, element('span', { class: 'name' }, township.name), element('b', {}, number.format(township.open)),
      element('i', {}, `${rate(township).toFixed(0)}/百户`)));
    });
    if (grid.hasChildNodes()) $('tiles').append(element('h3', {}, county.name), grid);
  }
  COLOURS.forEach((colour, i) => {
    const from = ((i - 1) * top) / (COLOURS.length - 1);
    const words = i === 0 ? '没有' : `${from.toFixed(0)}–${((i * top) / (COLOURS.length - 1)).toFixed(0)}/百户`;
    $('scale').append(element('span', { style: `--c:${colour}` }, words));
  });
}

function bar(label, value, share, words, onclick, lead = '') {
  const name = element('span', { class: 'label', title: label });
  if (lead) name.append(element('em', {}, lead));
  name.append(label);
  return element('button', { class: 'bar', type: 'button', onclick }, name,
    element('span', { class: 'track' }, element('span', { class: 'fill', style: `width:${Math.max(share * 100, value ? 1 : 0)}%` })),
    element('span', { class: 'value' }, words));
}

function drawBars(id, items, valueOf, wordsOf, filterOf, leadOf = () => '') {
  const box = $(id).querySelector('.bars');
  box.replaceChildren();
  const top = Math.max(1e-9, ...items.map(valueOf));
  for (const item of items)
    box.append(bar(item.name, valueOf(item), valueOf(item) / top, wordsOf(item), () => show(filterOf(item), item.name), leadOf(item)));
  if (items.length === 0) box.append(element('div', { class: 'none' }, '没有'));
}

const indexed = (list) => list.map((item, index) => ({ ...item, index }));

function drawRules() {
  const all = indexed(data.rules).filter((rule) => rule.fails > 0).sort((a, b) => b.fails - a.fails);
  const shown = state.allRules ? all : all.slice(0, 15);
  drawBars('rules', shown, (r) => r.fails, (r) => number.format(r.fails), (r) => ({ rule: r.index, verdict: 0 }), (r) => r.clause);
  const more = $('rules').querySelector('.more');
  more.textContent = all.length > shown.length ? `全部 ${all.length} 条规则` : '';
  more.onclick = () => { state.allRules = true; drawRules(); };
}

function drawAllBars() {
  drawBars('owners', indexed(data.owners).filter((o) => o.open > 0).sort((a, b) => b.open - a.open),
    (o) => o.open, (o) => number.format(o.open), (o) => ({ owner: o.index, verdict: 0 }));
  drawBars('villages', indexed(data.villages).filter((v) => v.open > 0).sort((a, b) => rate(b) - rate(a) || b.open - a.open).slice(0, 15)
    .map((v) => ({ ...v, name: `${data.townships[v.township].name} ${v.name}` })),
  rate, (v) => `${v.open}个/${v.households}户`, (v) => ({ village: v.index, verdict: 0 }));
  drawBars('unknowns', indexed(data.missing).slice(0, 15), (m) => m.count, (m) => number.format(m.count),
    (m) => ({ missing: m.index, verdict: 1 }), (m) => m.collector);
  drawRules();
}

function listRow(row) {
  const rule = data.rules[row.rule];
  const village = data.villages[row.village];
  const tag = row.verdict === 0 ? element('span', { class: 'tag' }, '未办') : element('span', { class: 'tag ask' }, '待采集');
  const what = row.verdict === 0 ? rule.problem : `缺:${row.missing.map((m) => data.missing[m].name).join('、')}`;
  const values = row.verdict === 0 && row.values ? element('span', { class: 'clause' }, row.values) : '';
  return element('tr', {}, element('td', {}, tag),
    element('td', {}, `${data.townships[village.township].name} ${village.name}`),
    element('td', {}, row.who), element('td', { class: 'num' }, row.number),
    element('td', { class: 'what' }, what, element('span', { class: 'clause' }, `${rule.clause} ${rule.name}`), values),
    element('td', {}, data.owners[row.owner] ? data.owners[row.owner].name : ''), element('td', { class: 'num' }, row.due || ''));
}

function drawList() {
  const rows = data.rows.filter(matches);
  $('filters').replaceChildren(...(Object.keys(state.filters).length
    ? [element('button', { class: 'chip', type: 'button', onclick: () => show({}, '问题清单') }, $('list-title').textContent)] : []));
  $('list-count').textContent = `${number.format(rows.length)} 条${data.rows_left_out ? `;另有 ${number.format(data.rows_left_out)} 条见台账` : ''}`;
  const head = element('thead', {}, element('tr', {}, ...['', '乡镇 村', '户主/姓名', '户编号', '问题与依据', '责任部门', '时限'].map((h) => element('th', {}, h))));
  $('rows').replaceChildren(rows.length
    ? element('table', {}, head, element('tbody', {}, ...rows.slice(0, state.shown).map(listRow)))
    : element('div', { class: 'none' }, '没有'));
  const more = $('list').querySelector('.more');
  more.textContent = rows.length > state.shown ? `再看 ${Math.min(PAGE_ROWS * 5, rows.length - state.shown)} 条` : '';
  more.onclick = () => { state.shown += PAGE_ROWS * 5; drawList(); };
}

$('title').textContent = data.title;
$('about').textContent = data.about;
if (data.news.length) {
  const lines = data.news.map((n) => element('li', {}, `${number.format(n.count)} 个 ${n.why}:${n.rule}`));
  $('news').append(element('p', {}, '这次新出现的问题,为什么新出现:'), element('ul', {}, ...lines));
}
$('foot').textContent = data.foot;
drawNumbers();
drawTiles();
drawAllBars();
drawList();
