import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Entrance } from "@/components/shell/entrance";
import { SignInForm } from "@/components/shell/sign-in-form";
import { ownPath } from "@/lib/client/auth/own-path";
import { needsSetup } from "@/lib/server/auth/first-administrator";
import { getSessionUser } from "@/lib/server/auth/get-session-user";

export const metadata: Metadata = { title: "Sign in" };

interface SignInPageProps {
  searchParams: Promise<{ next?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const next = [(await searchParams).next].flat()[0];
  if (await needsSetup()) redirect("/setup");
  if (await getSessionUser()) redirect(ownPath(next));
  return (
    <Entrance title="Sign in to Panelsmith">
      <SignInForm next={next} demo={null} />
    </Entrance>
  );
}
