import { ApiError } from '../../api/api-error.js';
import { misfitOf } from './misfit.js';

describe('misfitOf', () => {
  const refused = new ApiError(400, 'INVALID_INPUT', '"name" must be a text of 1 to 100 characters.');

  it('finds the field that a sentence is about', () => {
    expect(misfitOf(refused, ['name', 'scopes'])).toEqual({ field: 'name', sentence: refused.message });
  });

  it('leaves a sentence about anything else to the form as a whole', () => {
    expect(misfitOf(refused, ['url'])?.field).toBeNull();
    expect(misfitOf(new Error('The service cannot be reached.'), ['name'])?.field).toBeNull();
  });

  it('says nothing where nothing is wrong', () => expect(misfitOf(null, ['name'])).toBeUndefined());
});
