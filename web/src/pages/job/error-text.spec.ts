import { withoutSubject } from './error-text.js';

describe('withoutSubject', () => {
  it.each([
    [
      'The image "http://a/1.jpg" of store "RP1" could not be downloaded: no.',
      'Could not be downloaded: no.',
    ],
    ['The image "http://a/"x" of store "y" of store "RP1" is damaged.', 'Is damaged.'],
    ['Something else.', 'Something else.'],
  ])('of %j is %j', (error, text) => expect(withoutSubject(error)).toBe(text));
});
