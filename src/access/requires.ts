import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Scope } from './scope.js';

/** Name of the metadata that the guard reads. */
export const ACCESS = 'access';

/** What a route needs of those who use it. */
export type AccessRule = 'public' | { readonly scope: Scope; readonly unlessLocal?: boolean };

/** Opens a controller or a route to callers with this scope. */
export function Requires(scope: Scope): MethodDecorator & ClassDecorator {
  return ruled({ scope }, scope);
}

/** The same, but everybody may come in where only this machine can connect. */
export function RequiresUnlessLocal(scope: Scope): MethodDecorator & ClassDecorator {
  return ruled({ scope, unlessLocal: true }, scope);
}

/** Opens a controller or a route to everybody. */
export function Public(): MethodDecorator & ClassDecorator {
  return ruled('public', 'none');
}

/** The API's document tells the scope too. */
function ruled(rule: AccessRule, scope: Scope | 'none'): MethodDecorator & ClassDecorator {
  return applyDecorators(SetMetadata(ACCESS, rule), ApiExtension('x-required-scope', scope));
}
