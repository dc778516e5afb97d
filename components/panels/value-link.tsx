import type { ReactNode } from "react";

interface ValueLinkProps {
  links: { title: string; url: string; newTab: boolean }[];
  className?: string;
  children: ReactNode;
}

/** The value as a link to where its first data link leads; plain when there is none. */
export function ValueLink({ links, className, children }: ValueLinkProps) {
  const link = links.find((one) => isSafeUrl(one.url));
  if (!link) return <>{children}</>;
  const target = link.newTab ? { target: "_blank", rel: "noreferrer" } : {};
  return (
    <a className={className} href={link.url} title={link.title || undefined} {...target}>
      {children}
    </a>
  );
}

/** Links come from dashboards of other people: no javascript:, no data:. */
function isSafeUrl(url: string): boolean {
  try {
    const { protocol } = new URL(url, "https://console.invalid");
    return url !== "" && ["http:", "https:", "mailto:"].includes(protocol);
  } catch {
    return false;
  }
}
