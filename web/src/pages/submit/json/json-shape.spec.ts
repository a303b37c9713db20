import { shapeProblems } from './json-shape.js';

const visit = { store_id: 'A', image_url: ['http://h/1.jpg'], visit_time: '2026-03-01T09:30:00Z' };
const say = (body: unknown) => shapeProblems(body).map(({ path, sentence }) => `${path}: ${sentence}`);

describe('shapeProblems', () => {
  it('takes what the service takes, also fields and addresses nobody knows', () => {
    const odd = { ...visit, image_url: ['not a url'], mood: 'good' };
    expect(say({ count: 2, visits: [visit, odd], own: 1 })).toEqual([]);
  });

  it('finds everything that does not fit, not only the first', () => {
    const visits = [
      { ...visit, store_id: 7, visit_time: '2026-02-30T00:00:00Z' },
      'visit',
      { ...visit, image_url: ['u', '', 5] },
      { image_url: 'u' },
    ];
    expect(say({ count: 3, visits })).toEqual([
      'count: "count" is 3, but the number of visits is 4.',
      'visits[0].store_id: store_id must be a string.',
      'visits[0].visit_time: visit_time is not a time such as "2026-03-01T09:30:00Z".',
      'visits[1]: A visit must be an object.',
      'visits[2].image_url[1]: A URL must not be empty.',
      'visits[2].image_url[2]: A URL must be a string.',
      'visits[3]: store_id is missing.',
      'visits[3]: visit_time is missing.',
      'visits[3].image_url: image_url must be a list of URLs.',
    ]);
  });

  it.each([
    [[visit], ': This must be an object with "count" and "visits".'],
    [{ count: 0, visits: [] }, 'visits: "visits" must not be empty.'],
    [{ visits: [visit] }, ': "count" is missing; it must be the number of visits: 1.'],
    [{ count: '1', visits: [visit] }, 'count: "count" must be a whole number: the number of visits.'],
  ])('refuses %j', (body, problem) => expect(say(body)).toEqual([problem]));

  it('stops at fifty', () => {
    expect(say({ count: 100, visits: Array<object>(100).fill({}) })).toHaveLength(50);
  });
});
