import { useMutation } from '@tanstack/react-query';
import { tellDone } from '../../../parts/toasts.js';
import { changeWebhook, type Webhook, type WebhookChanges } from './use-webhooks.js';
import { WebhookForm } from './webhook-form.js';

interface EditWebhookProps {
  readonly webhook: Webhook;
  readonly onClose: () => void;
}

/** Changes where a receiver is, or what it is told of. */
export function EditWebhook({ webhook, onClose }: EditWebhookProps) {
  const { url, description, events } = webhook;
  const change = useMutation({
    mutationFn: (changes: WebhookChanges) => changeWebhook(webhook, changes),
    onSuccess: (changed) => {
      tellDone(`${changed.url} is changed.`, () => changeWebhook(webhook, { url, description, events }));
      onClose();
    },
  });
  return (
    <WebhookForm
      title="Edit the webhook"
      verb="Save"
      initial={{ url, description, events }}
      isSending={change.isPending}
      error={change.error}
      onSubmit={(fields) => change.mutate(fields)}
      onClose={onClose}
    />
  );
}
