// Evaluates the suite's expressions with the jsonata of the working directory; prints name, tab, nanoseconds.
import { createRequire } from 'node:module';
import { readFileSync, readdirSync } from 'node:fs';
import { join, basename, dirname } from 'node:path';

const jsonata = createRequire(join(process.cwd(), 'x.js'))('jsonata');
const folder = process.argv[2];
const warmUpMs = 20, batchMs = 5, batches = 8;

const files = readdirSync(join(folder, 'groups'), { recursive: true }).filter(name => name.endsWith('.json')).sort();
for (const file of files) {
  const path = join(folder, 'groups', file);
  const content = JSON.parse(readFileSync(path, 'utf8'));
  let number = 0;
  for (const test of Array.isArray(content) ? content : [content]) {
    const name = `${basename(dirname(path))}/${basename(path, '.json')}#${number++}`;
    if (test.result === undefined || test.timelimit !== undefined) continue;
    try {
      const source = test['expr-file'] ? readFileSync(join(dirname(path), test['expr-file']), 'utf8') : test.expr;
      const expression = jsonata(source);
      const input = test.data ?? (test.dataset ? JSON.parse(readFileSync(join(folder, 'datasets', `${test.dataset}.json`), 'utf8')) : undefined);
      const bindings = test.bindings ?? {};
      const warm = performance.now();
      while (performance.now() - warm < warmUpMs) await expression.evaluate(input, bindings);
      let best = Infinity;
      for (let batch = 0; batch < batches; batch++) {
        const started = performance.now(), busy = process.cpuUsage();
        let count = 0;
        do {
          await expression.evaluate(input, bindings);
          count++;
        } while (performance.now() - started < batchMs);
        const { user, system } = process.cpuUsage(busy);
        best = Math.min(best, (user + system) * 1e3 / count);
      }
      console.log(`${name}\t${best}`);
    } catch {
      // An expression that fails here is not compared.
    }
  }
}
