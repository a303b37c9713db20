import { isNarrowed, viewFrom } from './job-view.js';

const view = (search: string) => viewFrom(new URLSearchParams(search));

describe('viewFrom', () => {
  it('reads what an address says', () => {
    expect(
      view('state=failed&code=HTTP_404&warning=any&store_id=RP00001&group=4&run=0&from=500&image=12'),
    ).toEqual({
      filter: { state: 'failed', code: 'HTTP_404', warning: 'any', store_id: 'RP00001', group: '4', run: 0 },
      from: 500,
      image: 12,
    });
  });

  it('leaves out what makes no sense', () => {
    expect(view('state=lost&code=&run=-1&from=1e3&image=x')).toEqual({ filter: {}, from: 0 });
  });
});

describe('isNarrowed', () => {
  it('is not what only shows another run', () => {
    expect([isNarrowed({ run: 0 }), isNarrowed({ run: 0, state: 'failed' })]).toEqual([false, true]);
  });
});
