// A second reading of every expression: npm's jsonata 2.0.6, with what Step Functions adds to it.
// Reads one JSON object a line: { text, variables }. Answers one a line: { value }, or { failure } for an error or no value.
const { createHash, randomUUID } = require('node:crypto');
const { createInterface } = require('node:readline');
const jsonata = require(process.argv[2]);

function evaluate({ text, variables }) {
  const expression = jsonata(text);
  expression.registerFunction('parse', value => JSON.parse(value), '<s-:x>');
  expression.registerFunction('uuid', () => randomUUID(), '<:s>');
  expression.registerFunction('hash', (value, algorithm) => createHash(algorithm.replace('-', '').toLowerCase()).update(value, 'utf8').digest('hex'), '<s-s:s>');
  expression.registerFunction('partition', (items, size) => {
    if (!(size >= 1)) throw new Error('size');
    const chunks = [];
    for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
    return chunks.length === 0 ? undefined : chunks;
  }, '<an:a<a>>');
  return expression.evaluate(undefined, variables);
}

createInterface({ input: process.stdin }).on('line', async line => {
  let answer;
  try {
    const value = await evaluate(JSON.parse(line));
    answer = value === undefined ? { failure: 'no value' } : { value };
  } catch (error) {
    answer = { failure: String(error.message ?? error) };
  }
  process.stdout.write(JSON.stringify(answer) + '\n');
});
