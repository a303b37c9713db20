import { useSearchParams } from 'react-router';

/** One parameter of the address; what is set to null or nothing leaves it. */
export function useParam(name: string): [value: string | null, set: (value: string | null) => void] {
  const [search, setSearch] = useSearchParams();
  const set = (value: string | null) =>
    setSearch((before) => withParam(before, name, value), { replace: true, preventScrollReset: true });
  return [search.get(name), set];
}

/** The same address with one parameter changed. */
export function withParam(search: URLSearchParams, name: string, value: string | null): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value) next.set(name, value);
  else next.delete(name);
  return next;
}
