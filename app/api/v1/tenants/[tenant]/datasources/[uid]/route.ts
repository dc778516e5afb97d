import { noContent, ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { changeDatasource } from "@/lib/server/prometheus/change-datasource";
import { deleteDatasource } from "@/lib/server/prometheus/delete-datasource";
import { getDatasource } from "@/lib/server/prometheus/get-datasource";

interface Params {
  uid: string;
}

export const GET = tenantRoute<Params>(async ({ ctx, params }) => ok(await getDatasource(ctx, params.uid)));

export const PATCH = tenantRoute<Params>(async ({ ctx, params, body }) =>
  ok(await changeDatasource(ctx, params.uid, await body())),
);

export const DELETE = tenantRoute<Params>(async ({ ctx, params }) => {
  await deleteDatasource(ctx, params.uid);
  return noContent();
});
