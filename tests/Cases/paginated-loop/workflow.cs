public sealed record ReportRequest(int Size, int Limit, int Pages, int? Seen = null, int? Page = null);

public sealed record Report(int Seen, int Pages);

[StateMachine]
public sealed partial class Workflow(IShop shop, Numbers numbers, Flow wf)
{
    public async Task<Report> RunAsync(ReportRequest request)
    {
        var seen = request.Seen ?? 0;
        var page = request.Page ?? 1;
        for (var turn = 0; turn < 2; turn++)
        {
            var list = await shop.ListItemsAsync(new ListRequest(Shelves.Front, request.Size, page > 3 ? "last" : null));
            foreach (var item in list.Items ?? [])
            {
                if (item.Price > request.Limit)
                    await numbers.NoteAsync($"page {page}: {item.Name}");
                seen++;
            }

            if (list.NextToken is null || page == request.Pages)
                return new Report(seen, page);
            page++;
        }

        return await wf.ContinueAsNewAsync(RunAsync, request with { Seen = seen, Page = page });
    }
}
