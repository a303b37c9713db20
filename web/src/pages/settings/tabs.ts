import { IconGauge, IconHistory, IconKey, IconSend, IconWebhook, type Icon } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { AuditTab } from './audit/audit-tab.js';
import { DeliveriesTab } from './deliveries/deliveries-tab.js';
import { KeysTab } from './keys/keys-tab.js';
import { LimitsTab } from './limits/limits-tab.js';
import { WebhooksTab } from './webhooks/webhooks-tab.js';

interface TabContent {
  readonly name: string;
  readonly icon: Icon;
  readonly Content: ComponentType;
  readonly isForAdmins: boolean;
}

/** By the name they have in addresses. */
export const TABS = {
  keys: { name: 'API keys', icon: IconKey, Content: KeysTab, isForAdmins: true },
  webhooks: { name: 'Webhooks', icon: IconWebhook, Content: WebhooksTab, isForAdmins: true },
  deliveries: { name: 'Deliveries', icon: IconSend, Content: DeliveriesTab, isForAdmins: true },
  limits: { name: 'Limits', icon: IconGauge, Content: LimitsTab, isForAdmins: false },
  audit: { name: 'Audit log', icon: IconHistory, Content: AuditTab, isForAdmins: true },
} as const satisfies Record<string, TabContent>;

export type Tab = keyof typeof TABS;

export function isTab(text: string | undefined): text is Tab {
  return text !== undefined && Object.hasOwn(TABS, text);
}
