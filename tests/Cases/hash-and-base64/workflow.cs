using System.Security.Cryptography;
using System.Text;

[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(string text)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        await numbers.NoteAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));
        return key;
    }
}
