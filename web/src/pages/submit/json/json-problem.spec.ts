import { jsonProblem } from './json-problem.js';

const say = (text: string) => {
  const problem = jsonProblem(text);
  return problem && `${problem.line}:${problem.column} ${problem.sentence}`;
};

describe('jsonProblem', () => {
  it.each(['{}', ' [1, -2.5e3, true, null, "a\\u00e9\\n", {"a": {}}]\n', '"x"'])('takes %j', (text) =>
    expect(jsonProblem(text)).toBeUndefined(),
  );

  it.each([
    ['{"count": 1,\n "visits": [}', '2:13 Expected a value or "]", not "}".'],
    ['{"count": 1,\n}', '2:1 Expected a name in double quotes, not "}".'],
    ['{"count" 1}', '1:10 Expected a colon, not "1".'],
    ['{"a": 1\n  "b": 2}', '2:3 Expected a comma or "}", not "b".'],
    ["{'a': 1}", `1:2 Expected a name in double quotes or "}", not "'".`],
    ['{"a": "x\ny"}', '1:7 Expected a value, not text that is cut off or has a wrong "\\".'],
    ['[1, 2', '1:6 Expected a comma or "]", not the end.'],
    ['{} {}', '1:4 Expected nothing more, not "{".'],
    ['', '1:1 Expected a value, not the end.'],
  ])('finds the place in %j', (text, sentence) => expect(say(text)).toBe(sentence));
});
