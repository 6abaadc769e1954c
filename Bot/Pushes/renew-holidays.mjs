// Writes holidays.json anew from the npm package chinese-days (MIT), which follows the State Council's yearly notice.
// usage: node Bot/Pushes/renew-holidays.mjs [FIRST-YEAR]
import { execFileSync, execSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const first = process.argv[2] ?? '2023';
const work = mkdtempSync(join(tmpdir(), 'holidays-'));
try {
  execSync('npm pack chinese-days --ignore-scripts', { cwd: work, stdio: 'ignore' });
  execFileSync('tar', ['-xzf', readdirSync(work).find(name => name.endsWith('.tgz')), 'package/dist/chinese-days.json'], { cwd: work });
  const days = JSON.parse(readFileSync(join(work, 'package/dist/chinese-days.json'), 'utf8'));
  const of = (year, kind) => Object.keys(days[kind]).filter(day => day.startsWith(year)).sort();
  const years = [...new Set(Object.keys(days.holidays).map(day => day.slice(0, 4)))].filter(year => year >= first).sort();
  const line = list => '[' + list.map(day => `"${day}"`).join(', ') + ']';
  const rows = years.map(year => `    "${year}": {\n      "off": ${line(of(year, 'holidays'))},\n      "work": ${line(of(year, 'workdays'))}\n    }`);
  writeFileSync(
    new URL('holidays.json', import.meta.url),
    `{\n  "source": "The State Council's yearly notices on public holidays, taken from chinese-days (npm, MIT)",\n  "years": {\n${rows.join(',\n')}\n  }\n}\n`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
