namespace Aot.Authoring.Services.Http;

/// <summary>HTTPS APIs as Step Functions tasks, without a Lambda function between.</summary>
public interface IHttp
{
    /// <summary>Calls an API and waits at most 60 s for its answer.</summary>
    /// <typeparam name="TBody">What is sent; any type, with a null body for methods that send none.</typeparam>
    /// <typeparam name="TResponse">What the API answers: a record for JSON, <c>string</c> for other text.</typeparam>
    /// <remarks>A status of 400 or above fails the task as <c>States.Http.StatusCode.nnn</c>. Source: Step Functions developer guide, "Call HTTPS APIs".</remarks>
    [ServiceIntegration("arn:aws:states:::http:invoke")]
    Task<HttpInvokeResponse<TResponse>> InvokeAsync<TBody, TResponse>(HttpInvokeRequest<TBody> request);
}
