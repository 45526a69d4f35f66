namespace Aot.Testing.Tests;

public sealed class RefundsTests
{
    [Fact]
    public void An_expired_card_gets_a_voucher_with_something_on_top()
    {
        var run = WorkflowTest.RunBoth<Refunds>(new Refund("o-1", 500, []), () => [new ExpiredCards(), new TestVouchers()]);

        Assert.Equal("voucher V600", run.Result<string>());
        Assert.Equal(["Payments.PayBackAsync", "IVouchers.CreateVoucherAsync"], run.Calls.Select(call => call.Method));
    }

    private sealed class ExpiredCards : Payments
    {
        public override Task<string> PayBackAsync(string orderId, int cents) => throw new CardExpiredException($"the card of {orderId} has expired");
    }

    private sealed class TestVouchers : IVouchers
    {
        public Task<Voucher> CreateVoucherAsync(VoucherRequest request) => Task.FromResult(new Voucher($"V{request.Cents}"));
    }
}
