import { withoutSubject } from './error-text.js';

describe('withoutSubject', () => {
  it.each([
    ['The image "http://a/1.jpg" of store "RP1" could not be downloaded: no.', 'No.'],
    ['The image "http://a/"x" of store "y" of store "RP1" is damaged.', 'Is damaged.'],
    [
      'The image "http://a/1.jpg" of store "RP1" could not be measured: the file is empty.',
      'The file is empty.',
    ],
    ['Something else.', 'Something else.'],
  ])('of %j is %j', (error, text) => expect(withoutSubject(error)).toBe(text));
});
