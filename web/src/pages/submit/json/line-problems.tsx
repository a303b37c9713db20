import { UnstyledButton } from '@mantine/core';
import { Card } from '../../../parts/card.js';
import { counted } from '../../../parts/text.js';
import type { LineProblem } from './json-analysis.js';
import classes from './numbered-text.module.css';

interface LineProblemsProps {
  readonly id: string;
  readonly problems: readonly LineProblem[];
  readonly goTo: (problem: LineProblem) => void;
}

/** What has to be mended, line by line; each leads to its place. */
export function LineProblems({ id, problems, goTo }: LineProblemsProps) {
  return (
    <div id={id} role="status">
      {problems.length > 0 && (
        <Card title={`${counted(problems.length, 'thing')} to mend`} px={{ base: 'xs' }}>
          <ul className={classes.problems}>
            {problems.map((problem) => (
              <li key={`${problem.line}:${problem.column} ${problem.sentence}`}>
                <UnstyledButton onClick={() => goTo(problem)}>
                  <b>
                    Line {problem.line}, column {problem.column}
                  </b>
                  <span>{problem.sentence}</span>
                </UnstyledButton>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}
