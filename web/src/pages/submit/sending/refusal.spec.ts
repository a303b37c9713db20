import { ApiError } from '../../../api/api-error.js';
import { placesNamed } from './refusal.js';

const refused = (code: string, sentence: string) => placesNamed(new ApiError(400, code, sentence));

describe('placesNamed', () => {
  it('finds the stores that a refusal names', () => {
    expect(refused('UNKNOWN_STORE', 'The store "RP\\"9" is not in the Store Master.').storeIds).toEqual([
      'RP"9',
    ]);
    const many = '3 stores are no longer active: "A", "B" and 1 more.';
    expect(refused('STORE_INACTIVE', many).storeIds).toEqual(['A', 'B']);
  });

  it.each([
    ['visits[12].visit_time is missing.', 'visits[12].visit_time'],
    ['visits[0].image_url[3] must not be empty.', 'visits[0].image_url[3]'],
    ['visits[2] must be an object.', 'visits[2]'],
    ['"count" is 3, but "visits" has 2 entries.', 'count'],
  ])('finds the place in: %s', (sentence, path) => {
    expect(refused('INVALID_INPUT', sentence)).toEqual({ paths: [path], storeIds: [] });
  });

  it('finds none where there is none', () => {
    expect(refused('JOB_TOO_LARGE', 'A job may have at most 10 images.')).toEqual({
      paths: [],
      storeIds: [],
    });
    expect(placesNamed(new TypeError('"count"'))).toEqual({ paths: [], storeIds: [] });
  });
});
