import type { Request } from 'express';

/** The part of an Express 5 router layer that tells which paths and methods it serves. */
interface Layer {
  match(path: string): boolean;
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
}

/**
 * Methods that some route offers on the path of a request that no route took.
 *
 * @returns upper-case names; empty when the path is unknown altogether
 */
export function allowedMethods(request: Request): string[] {
  const { router } = request.app as unknown as { router: { stack: readonly Layer[] } };
  const methods = router.stack
    .filter((layer) => layer.route && !layer.route.methods['_all'] && layer.match(request.path))
    .flatMap((layer) => Object.keys(layer.route?.methods ?? {}));
  return [...new Set(methods.map((method) => method.toUpperCase()))].sort();
}
