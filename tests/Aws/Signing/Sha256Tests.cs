using System.Security.Cryptography;
using System.Text;
using Aot.Aws.Signing;
using CsCheck;

namespace Aot.Aws.Tests.Signing;

public sealed class Sha256Tests
{
    [Theory]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
    public void The_published_examples_hash_as_published(string text, string hash)
    {
        var actual = new byte[Sha256.HashBytes];

        Sha256.Hash(Encoding.ASCII.GetBytes(text), default, actual);

        Assert.Equal(hash, Convert.ToHexStringLower(actual));
    }

    [Fact]
    public void Any_two_pieces_hash_as_the_framework_hashes_them_joined()
        => Gen.Select(Gen.Byte.Array[0, 200], Gen.Byte.Array[0, 200]).Sample((first, second) =>
        {
            var actual = new byte[Sha256.HashBytes];
            Sha256.Hash(first, second, actual);
            return actual.SequenceEqual(SHA256.HashData([.. first, .. second]));
        });

    [Fact]
    public void Any_key_and_message_authenticate_as_in_the_framework()
        => Gen.Select(Gen.Byte.Array[0, 150], Gen.Byte.Array[0, 200]).Sample((key, message) =>
        {
            var actual = new byte[Sha256.HashBytes];
            Sha256.Hmac(key, message, actual);
            return actual.SequenceEqual(HMACSHA256.HashData(key, message));
        });
}
