import { emptyDraft, readDraft, withoutWay, withWayBack, writeDraft, type Draft } from './draft.js';

const draft: Draft = {
  ...emptyDraft(),
  form: [{ id: 4, storeId: 'RP1', time: '2026-03-01T09:30', urls: 'http://a' }],
  json: '{"count":',
  csv: { name: 'visits.csv', text: 'store_id' },
  leaveOut: 3,
  options: { ...emptyDraft().options, priority: 2 },
};

describe('A draft', () => {
  it('comes back as it was written', () => {
    expect(readDraft(writeDraft(draft, 100))).toEqual(draft);
  });

  it('keeps of a large file only its name', () => {
    expect(readDraft(writeDraft(draft, 7))).toEqual({ ...draft, csv: { name: 'visits.csv', text: null } });
  });

  it('is empty when nothing, or nothing of ours, was kept', () => {
    for (const text of [null, '', '{"form"', '7', '{"form": 1}']) {
      expect(readDraft(text)).toEqual({ ...emptyDraft(), form: [expect.objectContaining({ storeId: '' })] });
    }
  });

  it('lets go of one way and leaves the others', () => {
    expect(withoutWay(draft, 'json')).toEqual({
      ...draft,
      json: '',
      leaveOut: 0,
      options: emptyDraft().options,
    });
  });

  it('takes one way back only as long as nothing new is there', () => {
    const left = withoutWay(draft, 'json');
    const emptied = { before: draft, left };
    expect(withWayBack(left, 'json', emptied)).toEqual(draft);
    expect(withWayBack({ ...left, form: [] }, 'json', emptied)).toEqual({ ...draft, form: [] });
    const typed = { ...left, json: '{' };
    expect(withWayBack(typed, 'json', emptied)).toBe(typed);
  });
});
