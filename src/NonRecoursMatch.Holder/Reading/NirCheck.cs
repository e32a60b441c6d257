using System.Text;
using NonRecoursMatch.Conventions.Territories;
using NonRecoursMatch.Holder.Identity;
using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Holder.Reading;

/// <summary>Compares the NIR of each person with the rest of the row; what disagrees is reported and counted, and never corrected.</summary>
sealed class NirCheck(TableScan scan, string table, CommuneTable communes, AnomalyCollector anomalies)
{
    const string Column = "nir";

    readonly int _nir = scan.IndexOf(Column);
    readonly int _sex = scan.IndexOf("sexe");
    readonly int _birthDate = scan.IndexOf("date_naissance");
    readonly int _dateType = scan.IndexOf("type_date_naissance");
    readonly int _birthPlace = scan.IndexOf("commune_naissance");

    /// <summary>What the numbers are worth; null when the extract has none.</summary>
    public NirQuality? Quality { get; } = scan.IndexOf(Column) < 0 ? null : new NirQuality();

    /// <summary>Checks the current row.</summary>
    /// <returns>False when the number is probably that of somebody else: it must not link this row.</returns>
    public bool IsOwn()
    {
        if (Quality is null)
            return true;
        var nir = Nir.Read(scan.Raw(_nir));
        if (!nir.GivesToken)
        {
            Quality.Add(nir, default, default);
            return true;
        }

        var birth = BirthDate.TryRead(scan.Raw(_birthDate), out var date) ? date : default;
        var place = BirthPlace.Of(nir.Place, birth.Year);
        var coherence = new NirCoherence(
            NirCoherence.OfSex(nir, scan.Raw(_sex)), NirCoherence.OfDate(nir, birth, scan.Raw(_dateType) is [(byte)'O']), OfPlace(nir, place, birth.Year));
        Quality.Add(nir, place.Kind, coherence);
        Report(coherence.Sex, AnomalyCodes.NirIncoherentSexe);
        Report(coherence.Date, AnomalyCodes.NirIncoherentDate);
        Report(coherence.Place, AnomalyCodes.NirIncoherentCommune);
        return !coherence.IsOfAnother;
    }

    bool? OfPlace(Nir nir, BirthPlace place, int year)
    {
        var commune = scan.Raw(_birthPlace);
        var other = BirthPlace.Of(commune, year);
        if (place.Kind == BirthPlaceKind.Unknown || other.Kind == BirthPlaceKind.Unknown)
            return null;
        return place.MayBe(other) || Current(nir.Place, year, new byte[5]).MayBe(Current(commune, year, new byte[5]));
    }

    /// <summary>The place by its commune of today: a few changed département when they merged.</summary>
    BirthPlace Current(ReadOnlySpan<byte> code, int year, byte[] text)
        => CommuneCode.ToCurrent(code, communes) is { } current ? BirthPlace.Of(text.AsSpan(0, Encoding.ASCII.GetBytes(current, text)), year) : BirthPlace.Of(code, year);

    void Report(bool? agrees, AnomalyCode code)
    {
        if (agrees == false)
            anomalies.Add(code, table, scan.Line, Column, scan.Raw(_nir), "");
    }
}
