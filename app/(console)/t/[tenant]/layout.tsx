import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { AppError } from "@/lib/shared/errors";
import { openTenant } from "./open-tenant";

interface TenantLayoutProps {
  params: Promise<{ tenant: string }>;
  children: ReactNode;
}

/** Says in words why a tenant is closed, so that no page below it has to. */
export default async function TenantLayout({ params, children }: TenantLayoutProps) {
  const refusal = await findRefusal(params);
  if (refusal === null) return children;
  return (
    <Notice title="This tenant is closed" actions={<TextLink href="/">Go to another tenant</TextLink>}>
      {refusal}
    </Notice>
  );
}

async function findRefusal(params: Promise<{ tenant: string }>): Promise<string | null> {
  try {
    await openTenant(params);
    return null;
  } catch (error) {
    if (error instanceof AppError && error.code === "FORBIDDEN") return error.message;
    throw error;
  }
}
