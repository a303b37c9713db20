import { dispatchOrder } from './dispatch-order.js';

describe('dispatchOrder', () => {
  it('keeps the order of the request where nobody goes first', () => {
    expect(dispatchOrder([0, 0, 0], [2, 1, 3])).toEqual({
      visitNos: [0, 1, 2],
      firstIdx: [0, 2, 3],
      boundaries: [],
    });
  });

  it('takes higher priorities first, in the order of the request, and tells where another one begins', () => {
    expect(dispatchOrder([0, 10, -5, 10, 0], [2, 1, 4, 3, 1])).toEqual({
      visitNos: [1, 3, 0, 4, 2],
      firstIdx: [4, 0, 7, 1, 6],
      boundaries: [4, 7],
    });
  });
});
