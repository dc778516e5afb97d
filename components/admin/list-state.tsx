"use client";

import { Button, Skeleton, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";

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
  if (query.isPending) return <Lines what={what} />;
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

function Lines({ what }: { what: string }) {
  return (
    <Stack gap={1} role="status" aria-label={`The ${what} are being listed`}>
      <Skeleton height={32} radius={0} />
      <Skeleton height={160} radius={0} />
    </Stack>
  );
}
