using Aot.Authoring;
using Aot.Runtime;

namespace Aot.Testing.Tests;

public sealed record Refund(string OrderId, int Cents, string[] Items);

public sealed class CardExpiredException(string message) : Exception(message);

public class Payments
{
    [LambdaFunction(Timeout = 30)]
    public virtual Task<string> PayBackAsync(string orderId, int cents) => throw new NotSupportedException("Calls the bank.");
}

public interface IVouchers
{
    [ServiceIntegration("arn:aws:states:::aws-sdk:vouchers:createVoucher", Resources = ["*"])]
    Task<Voucher> CreateVoucherAsync(VoucherRequest request);
}

[AwsShape]
public sealed record VoucherRequest(string OrderId, int Cents);

[AwsShape]
public sealed record Voucher(string Code);

[StateMachine]
public sealed partial class Refunds(Payments payments, IVouchers vouchers, TimeProvider time)
{
    public async Task<string> RunAsync(Refund refund)
    {
        await Task.Delay(TimeSpan.FromDays(14), time);
        try
        {
            return await payments.PayBackAsync(refund.OrderId, refund.Cents);
        }
        catch (CardExpiredException)
        {
            var voucher = await vouchers.CreateVoucherAsync(new VoucherRequest(refund.OrderId, refund.Cents + 100));
            return $"voucher {voucher.Code}";
        }
    }
}
