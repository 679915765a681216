using System.Runtime.Intrinsics;
using NetDsl.Kernels;

namespace NetDsl.Tests.Kernels;

public class PhiloxTests
{
    /// <summary>The known answers that the authors publish with the Random123 library (philox4x32, 10 rounds).</summary>
    [Theory]
    [InlineData(0x0000000000000000, 0x0000000000000000, 0x0000000000000000, 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8)]
    [InlineData(0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff, 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd)]
    [InlineData(0x299f31d0a4093822, 0x85a308d3243f6a88, 0x0370734413198a2e, 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1)]
    public void A_block_has_the_published_words(ulong key, ulong counterLow, ulong counterHigh, uint w0, uint w1, uint w2, uint w3)
    {
        Assert.Equal(Vector128.Create(w0, w1, w2, w3), Philox.Block(key, counterLow, counterHigh));
    }
}
