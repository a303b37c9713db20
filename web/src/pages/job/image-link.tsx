import { Anchor } from '@mantine/core';
import { fileName, webAddress } from '../../parts/web-address.js';

interface ImageLinkProps {
  readonly url: string;
  /** The whole address instead of the end of it. */
  readonly isWhole?: boolean;
}

/** The picture in a tab of its own, asked of its own host; text where it is no web address. */
export function ImageLink({ url, isWhole = false }: ImageLinkProps) {
  const address = webAddress(url);
  const text = isWhole ? url : fileName(url);
  if (address === undefined) return <span title={url}>{text}</span>;
  return (
    <Anchor
      href={address}
      title={url}
      target="_blank"
      rel="noopener noreferrer"
      referrerPolicy="no-referrer"
      inherit
      underline="always"
    >
      {text}
    </Anchor>
  );
}
