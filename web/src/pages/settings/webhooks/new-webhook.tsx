import { useMutation } from '@tanstack/react-query';
import type { Schema } from '../../../api/client.js';
import { api, content } from '../../../data/api.js';
import { SecretDialog } from '../secret-dialog.js';
import { refreshWebhooks } from './use-webhooks.js';
import { WebhookForm } from './webhook-form.js';

/** Asks for the address, then shows the secret, this once. */
export function NewWebhook({ onClose }: { readonly onClose: () => void }) {
  const make = useMutation({
    mutationFn: (body: Schema<'CreateWebhookRequest'>) => content(api.POST('/api/webhooks', { body })),
    onSuccess: refreshWebhooks,
  });
  if (make.data) {
    return (
      <SecretDialog
        title="The webhook is made"
        about="It is told of everything from now on. The receiver checks by this secret that a message is from here (Standard Webhooks)."
        label="Secret"
        secret={make.data.secret}
        onClose={onClose}
      />
    );
  }
  return (
    <WebhookForm
      title="New webhook"
      verb="Make the webhook"
      initial={{ url: '', description: '', events: ['job.settled'] }}
      isSending={make.isPending}
      error={make.error}
      onSubmit={(fields) => make.mutate(fields)}
      onClose={onClose}
    />
  );
}
