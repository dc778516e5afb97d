"use client";

import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import classes from "./admin.module.css";

interface ListStateProps {
  /** What is listed, in the plural: "members". */
  what: string;
  query: { isPending: boolean; isError: boolean; error: Error | null; data: unknown; refetch: () => unknown };
  /** Shown instead of the list when nothing is in it. */
  empty?: ReactNode;
  isEmpty?: boolean;
  children: ReactNode;
}

/** Loading, failed and empty in words; a list that is there already stays while it cannot be refreshed. */
export function ListState({ what, query, empty, isEmpty = false, children }: ListStateProps) {
  if (query.isPending) return <Placeholder what={what} />;
  if (query.isError && query.data === undefined) {
    return (
      <Notice
        title={`The ${what} could not be listed`}
        actions={<Button onClick={() => void query.refetch()}>Try again</Button>}
      >
        {query.error?.message}
      </Notice>
    );
  }
  return isEmpty && empty ? empty : children;
}

function Placeholder({ what }: { what: string }) {
  return (
    <div
      className={classes.placeholder}
      role="status"
      aria-busy="true"
      aria-label={`The ${what} are being listed`}
    />
  );
}
