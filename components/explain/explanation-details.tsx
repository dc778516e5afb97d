import type { EmptyExplanation } from "@/lib/shared/promql/explain/explanation";
import { CodedText } from "./coded-text";
import classes from "./explain.module.css";
import { ExplanationTree } from "./explanation-tree";

/** What was found on the way to the cause. */
export function ExplanationDetails({ explanation }: { explanation: EmptyExplanation }) {
  const { evidence, hints, tree } = explanation;
  return (
    <div className={classes.details}>
      {evidence.map((sentence) => (
        <p key={sentence}>
          <CodedText text={sentence} />
        </p>
      ))}
      {hints.map((sentence) => (
        <p key={sentence} className={classes.hint}>
          <CodedText text={sentence} />
        </p>
      ))}
      {tree.length > 0 ? <ExplanationTree tree={tree} /> : null}
    </div>
  );
}
