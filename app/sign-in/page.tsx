import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { Entrance } from "@/components/shell/entrance";
import classes from "@/components/shell/entrance.module.css";
import { SignInForm } from "@/components/shell/sign-in-form";
import { ownPath } from "@/lib/client/auth/own-path";
import { needsSetup } from "@/lib/server/auth/first-administrator";
import { getSessionUser } from "@/lib/server/auth/get-session-user";
import { demoTenants } from "@/lib/server/demo/demo-tenants";
import { env } from "@/lib/server/env";
import { roles } from "@/lib/shared/tenants/roles";

export const metadata: Metadata = { title: "Sign in" };

interface SignInPageProps {
  searchParams: Promise<{ next?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const next = [(await searchParams).next].flat()[0];
  const demo = env().PANELSMITH_DEMO;
  const unset = await needsSetup();
  // A demo can be looked at before it has an administrator.
  if (unset && !demo) redirect("/setup");
  if (await getSessionUser()) redirect(ownPath(next));
  return (
    <Entrance title="Sign in to Panelsmith">
      <SignInForm next={next} demo={demo ? demoAccounts() : []} />
      {unset ? (
        <p className={classes.more}>
          Nobody administers this console yet. <Link href="/setup">Make the first administrator</Link>
        </p>
      ) : null}
    </Entrance>
  );
}

function demoAccounts() {
  return demoTenants.map(({ slug, name }) => ({
    tenant: name,
    accounts: roles.map((role) => ({ email: `${role}@${slug}.demo`, role })),
  }));
}
