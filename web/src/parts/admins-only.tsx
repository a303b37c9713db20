import { Empty } from './states.js';

/** In place of what the caller may not see. */
export function AdminsOnly() {
  return (
    <Empty
      title="This is for admins"
      hint="It needs an API key with the scope “admin”. Whoever runs the service can make one for you; then sign out and sign in with it."
    />
  );
}
