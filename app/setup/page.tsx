import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Entrance } from "@/components/shell/entrance";
import { SetupForm } from "@/components/shell/setup-form";
import { needsSetup } from "@/lib/server/auth/first-administrator";

export const metadata: Metadata = { title: "Set up" };

export default async function SetupPage() {
  if (!(await needsSetup())) redirect("/sign-in");
  return (
    <Entrance title="Make the first administrator">
      <SetupForm />
    </Entrance>
  );
}
