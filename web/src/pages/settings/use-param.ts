import { useSearchParams } from 'react-router';
import { withParam } from '../../parts/with-param.js';

/** One parameter of the address; what is set to null or nothing leaves it. */
export function useParam(name: string): [value: string | null, set: (value: string | null) => void] {
  const [search, setSearch] = useSearchParams();
  const set = (value: string | null) =>
    setSearch((before) => withParam(before, name, value), { replace: true, preventScrollReset: true });
  return [search.get(name), set];
}
