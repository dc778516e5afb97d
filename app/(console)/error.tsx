"use client";

import { Notice } from "@/components/ui/notice";
import { TextButton } from "@/components/ui/text-button";

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <Notice title="This page could not be shown" actions={<TextButton onClick={reset}>Try again</TextButton>}>
      The console failed while making the page; your data is as it was.
      {error.digest ? ` If it fails again, give your administrator this number: ${error.digest}.` : ""}
    </Notice>
  );
}
