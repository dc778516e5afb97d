import {
  type QueryClient,
  useInfiniteQuery as useTheirInfiniteQuery,
  useMutation as useTheirMutation,
  useQueries as useTheirQueries,
  useQuery as useTheirQuery,
} from "@tanstack/react-query";
import { queryClient } from "./query-client";

/*
 * TanStack's hooks on the client of the page, not on one that a provider around every page would bring along: a
 * dashboard is shown without any of it.
 */
export const useQuery = onPageClient(useTheirQuery);
export const useQueries = onPageClient(useTheirQueries);
export const useInfiniteQuery = onPageClient(useTheirInfiniteQuery);
export const useMutation = onPageClient(useTheirMutation);

export const useQueryClient = queryClient;

/** Keeps the overloads of a hook, of which only the last argument is filled in. */
function onPageClient<Hook extends (options: never, client?: QueryClient) => unknown>(hook: Hook): Hook {
  return ((options: never) => hook(options, queryClient())) as Hook;
}
