import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/settings.mjs';

/**
 * A comparison, or a figure without a reference, for the table. A share has no unit.
 *
 * @typedef {{ name: string, unit: string, ours: number, reference?: number, ratio?: number,
 *   atMost?: number, atLeast?: number, turns?: Record<string, number[]> }} Row
 */

/** @returns {Row} `ratio` = ours / reference */
export function compare(name, unit, ours, reference, mark = {}, turns = undefined) {
  return { name, unit, ours, reference, ratio: ours / reference, ...mark, turns };
}

/** Prints the table, and writes it beside the machine it was measured on. */
export function report(rows, { full, seconds, stage, file }) {
  if (rows.length === 0) return;
  const machine = describeMachine();
  const images = stage.imageHost ? `Images from ${stage.imageHost.server}; ` : '';
  console.log(`\n${table(rows)}\n\n${machine}\n${images}${seconds.toFixed(0)} s in all.`);
  const folder = join(ROOT, 'bench/results');
  mkdirSync(folder, { recursive: true });
  const document = { machine, commit: commit(), date: new Date(), full, seconds, loadavg: loadavg(), rows };
  writeFileSync(join(folder, file), `${JSON.stringify(document, null, 2)}\n`);
}

function table(rows) {
  const lines = rows.map(cells);
  const head = ['figure', 'ours', 'reference', 'ratio', 'mark', 'met'];
  const all = [head, head.map(() => ''), ...lines];
  const widths = head.map((_, column) => Math.max(...all.map((line) => line[column].length), 3));
  return all
    .map((line, n) => line.map((cell, c) => (n === 1 ? '-'.repeat(widths[c]) : cell.padEnd(widths[c]))))
    .map((line) => `| ${line.join(' | ')} |`)
    .join('\n');
}

function cells({ name, unit, ours, reference, ratio, atMost, atLeast }) {
  const value = ratio ?? ours;
  const mark = atMost !== undefined ? `<= ${atMost}` : atLeast !== undefined ? `>= ${atLeast}` : 'stated';
  const missed = value > (atMost ?? Infinity) || value < (atLeast ?? -Infinity);
  const met = mark === 'stated' ? '' : missed ? 'NO' : 'yes';
  const shown = (figure) =>
    figure === undefined ? '' : unit === '' ? figure.toFixed(3) : `${short(figure)} ${unit}`;
  return [name, shown(ours), shown(reference), ratio === undefined ? '' : ratio.toFixed(3), mark, met];
}

function short(value) {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function describeMachine() {
  const memory = `${(totalmem() / 1024 ** 3).toFixed(0)} GiB`;
  const system = `${platform()} ${release()} ${arch()}`;
  return `${availableParallelism()} cores of ${cpus()[0]?.model ?? 'an unknown CPU'}, ${memory}, ${system}, Node ${process.version}`;
}

function commit() {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim();
  } catch {
    return undefined; // not a clone
  }
}
