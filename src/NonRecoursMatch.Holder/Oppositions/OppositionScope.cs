using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Packages;

namespace NonRecoursMatch.Holder.Oppositions;

/// <summary>The benefits that an opposition is about, as the bit mask of <see cref="PackageTables.Portee"/>.</summary>
public static class OppositionScope
{
    /// <summary>The word for every benefit.</summary>
    public const string All = "toutes";

    /// <summary>Reads <c>toutes</c>, or benefit codes joined with <c>+</c>.</summary>
    /// <returns>0 when the text is neither.</returns>
    public static int Read(ReadOnlySpan<byte> text)
    {
        if (text.SequenceEqual("toutes"u8))
            return PackageTables.PorteeTotale;
        var mask = 0;
        foreach (var part in text.Split((byte)'+'))
        {
            var bit = Bit(text[part]);
            if (bit == 0)
                return 0;
            mask |= bit;
        }

        return mask;
    }

    static int Bit(ReadOnlySpan<byte> code)
    {
        if (code.SequenceEqual("C2S"u8))
            return 1 << (int)Prestation.C2s;
        if (code.SequenceEqual("ASPA"u8))
            return 1 << (int)Prestation.Aspa;
        if (code.SequenceEqual("RSA"u8))
            return 1 << (int)Prestation.Rsa;
        return code.SequenceEqual("PPA"u8) ? 1 << (int)Prestation.Ppa : 0;
    }
}
