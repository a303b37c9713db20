import { extrasOf, NO_OPTIONS, optionProblems, sayOptions } from './options.js';

const ALL = {
  reference: ' north ',
  labels: ['team:north', 'at:10:30'],
  priority: 2,
  callbackUrl: 'https://example.com/hook',
};

describe('options', () => {
  it('become the fields of a submit; those nobody set are left out', () => {
    expect(extrasOf(NO_OPTIONS)).toEqual({});
    expect(extrasOf(ALL)).toEqual({
      reference: 'north',
      labels: { team: 'north', at: '10:30' },
      priority: 2,
      callback_url: 'https://example.com/hook',
    });
  });

  it('are told in a few words while they are folded away', () => {
    expect(sayOptions(NO_OPTIONS)).toBe('');
    expect(sayOptions(ALL)).toBe('reference north · team:north, at:10:30 · priority 2 · callback');
  });

  it('are refused where they do not fit', () => {
    expect(optionProblems(ALL)).toEqual({});
    expect(optionProblems({ ...ALL, labels: ['north'], callbackUrl: 'example.com' })).toEqual({
      labels: 'A label is written as name:value, not "north".',
      callbackUrl: 'This must be a web address: http:// or https://',
    });
  });
});
