import Lightbox, { type SlideImage } from 'yet-another-react-lightbox';
import Captions from 'yet-another-react-lightbox/plugins/captions';
import Zoom from 'yet-another-react-lightbox/plugins/zoom';
import 'yet-another-react-lightbox/plugins/captions.css';
import 'yet-another-react-lightbox/styles.css';

interface PhotoViewerProps {
  readonly slides: SlideImage[];
  /** Where it begins. */
  readonly index: number;
  readonly onClose: () => void;
}

/** Photos in large, one after the other: arrow keys, swiping, Escape. */
export function PhotoViewer({ slides, index, onClose }: PhotoViewerProps) {
  return (
    <Lightbox
      open
      close={onClose}
      slides={slides}
      index={index}
      plugins={[Captions, Zoom]}
      carousel={{ finite: true, imageProps: { referrerPolicy: 'no-referrer' } }}
      animation={{ fade: 0 }}
      controller={{ closeOnBackdropClick: true }}
    />
  );
}
