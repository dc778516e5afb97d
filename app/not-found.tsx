import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";

export default function NotFoundPage() {
  return (
    <Notice
      title="There is nothing at this address"
      actions={<LinkButton href="/">Go to the start page</LinkButton>}
    >
      It was moved or deleted, or it belongs to a tenant that you are not a member of. Check the address, or
      ask who sent it to you.
    </Notice>
  );
}
