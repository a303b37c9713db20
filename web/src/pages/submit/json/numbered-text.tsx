import { useId, useImperativeHandle, useRef, useState, type Ref } from 'react';
import classes from './numbered-text.module.css';

/** As in the style sheet. */
const LINE_PX = 20;
const PADDING_PX = 10;

export interface NumberedTextHandle {
  /** Puts the cursor there. Both from 1. */
  goTo: (line: number, column: number) => void;
}

interface NumberedTextProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Lines with something to mend. */
  readonly marked: ReadonlySet<number>;
  /** Id of the list that says what. */
  readonly describedBy?: string;
  readonly handle: Ref<NumberedTextHandle>;
}

/** A text area with line numbers, for texts of any length: only the numbers in sight are drawn. */
export function NumberedText({ label, value, onChange, marked, handle, ...props }: NumberedTextProps) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [view, setView] = useState({ top: 0, height: 0 });
  useImperativeHandle(handle, () => ({
    goTo: (line, column) => area.current && goTo(area.current, line, column),
  }));
  const measure = (element: HTMLTextAreaElement) =>
    setView({ top: element.scrollTop, height: element.clientHeight });
  const lines = value.split('\n').length;
  const first = Math.max(0, Math.floor((view.top - PADDING_PX) / LINE_PX));
  const last = Math.min(lines, first + Math.ceil((view.height || 600) / LINE_PX) + 2);
  const shown = Array.from({ length: last - first }, (_, index) => first + index + 1);
  const topOf = (line: number) => PADDING_PX + (line - 1) * LINE_PX - view.top;
  return (
    <div className={classes.box} data-wrong={marked.size > 0 || undefined}>
      <label htmlFor={id} className={classes.label}>
        {label}
      </label>
      <div className={classes.gutter} aria-hidden style={{ width: `${String(lines).length + 3}ch` }}>
        {shown.map((line) => (
          <span key={line} style={{ top: topOf(line) }} data-marked={marked.has(line) || undefined}>
            {line}
          </span>
        ))}
      </div>
      <div className={classes.text}>
        {shown
          .filter((line) => marked.has(line))
          .map((line) => (
            <div key={line} className={classes.mark} style={{ top: topOf(line) }} aria-hidden />
          ))}
        <textarea
          id={id}
          ref={(element) => {
            area.current = element;
            if (!element) return undefined;
            const observer = new ResizeObserver(() => measure(element));
            observer.observe(element);
            return () => observer.disconnect();
          }}
          value={value}
          placeholder={props.placeholder}
          wrap="off"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          aria-invalid={marked.size > 0}
          aria-describedby={props.describedBy}
          onChange={(event) => onChange(event.currentTarget.value)}
          onScroll={(event) => measure(event.currentTarget)}
        />
      </div>
    </div>
  );
}

function goTo(area: HTMLTextAreaElement, line: number, column: number): void {
  let start = 0;
  for (let at = 1; at < line; at += 1) start = area.value.indexOf('\n', start) + 1;
  area.focus();
  area.setSelectionRange(start + column - 1, start + column);
  area.scrollTop = Math.max(0, (line - 1) * LINE_PX - area.clientHeight / 2);
}
