namespace NetDsl.Data;

/// <summary>
/// Reads the windows of a source one ahead: while one is trained with, another thread reads the next, and after the last of an epoch the first
/// of the next epoch. Two windows are in memory, however large the source is.
/// </summary>
internal sealed class WindowReader : IDisposable
{
    private readonly RowSource source;
    private readonly WindowLayout layout;
    private readonly ulong seed;
    private readonly bool shuffled;
    private readonly RowVerification verify;
    private readonly CancellationTokenSource stopping = new();
    private RowWindow current;
    private RowWindow? next;
    private Task? reading;
    private EpochOrder order;
    private EpochOrder? nextOrder;
    private int nextWindow;

    /// <param name="source">The rows.</param>
    /// <param name="layout">How they lie in windows.</param>
    /// <param name="seed">What their order is drawn from.</param>
    /// <param name="shuffled">Whether they are shuffled.</param>
    /// <param name="verify">Looks at all rows that were read.</param>
    public WindowReader(RowSource source, WindowLayout layout, ulong seed, bool shuffled, RowVerification verify)
    {
        this.source = source;
        this.layout = layout;
        this.seed = seed;
        this.shuffled = shuffled;
        this.verify = verify;
        this.order = new EpochOrder(layout, seed, epoch: 0, shuffled);
        this.current = new RowWindow(source.Layout, layout.LargestWindow);
    }

    /// <summary>Goes to the beginning of an epoch.</summary>
    /// <param name="epoch">From 0.</param>
    public void Begin(int epoch)
    {
        if (this.order.Epoch != epoch)
        {
            this.order = this.nextOrder?.Epoch == epoch ? this.nextOrder : new EpochOrder(this.layout, this.seed, epoch, this.shuffled);
        }
    }

    /// <summary>The window that holds a row, and has the next read.</summary>
    /// <param name="place">The place of the row in the order of the epoch.</param>
    public RowWindow Get(long place)
    {
        if (this.Holds(this.current, place))
        {
            return this.current;
        }

        int window = this.WindowOf(place);
        if (this.reading is not null && this.nextOrder == this.order && this.nextWindow == window)
        {
            this.Await();
            (this.current, this.next) = (this.next!, this.current);
        }
        else
        {
            // The first window of all, or one after a jump, as when an interrupted training goes on.
            this.Abandon();
            this.current.Fill(this.source, this.order, window, this.verify, this.stopping.Token);
        }

        this.Prefetch(window + 1);
        return this.current;
    }

    public void Dispose()
    {
        this.stopping.Cancel();
        this.Abandon();
        this.stopping.Dispose();
    }

    private bool Holds(RowWindow window, long place) =>
        window.Epoch == this.order.Epoch && place >= window.Start && place < window.Start + window.Count;

    // All windows have as many blocks, and only one block can lack rows, so that a guess is at most one window off.
    private int WindowOf(long place)
    {
        int window = (int)Math.Min(place / ((long)this.layout.BlocksOfWindow * this.layout.BlockRows), this.layout.Windows - 1);
        return window + 1 < this.layout.Windows && place >= this.order.StartOf(window + 1) ? window + 1 : window;
    }

    private void Prefetch(int window)
    {
        if (this.layout.Windows == 1)
        {
            return;
        }

        bool isOver = window == this.layout.Windows;
        this.nextOrder = isOver && this.shuffled ? new EpochOrder(this.layout, this.seed, this.order.Epoch + 1, this.shuffled) : this.order;
        this.nextWindow = isOver ? 0 : window;
        this.next ??= new RowWindow(this.source.Layout, this.layout.LargestWindow);
        (RowWindow target, EpochOrder itsOrder, int number) = (this.next, this.nextOrder, this.nextWindow);
        this.reading = Task.Factory.StartNew(
            () => target.Fill(this.source, itsOrder, number, this.verify, this.stopping.Token),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
    }

    /// <summary>Waits for the window that is being read; throws what its reading threw.</summary>
    private void Await()
    {
        Task task = this.reading!;
        this.reading = null;
        task.GetAwaiter().GetResult();
    }

    /// <summary>Waits until nobody reads any more; what the reading threw concerns no one.</summary>
    private void Abandon()
    {
        if (this.reading is { } task)
        {
            this.reading = null;
            ((IAsyncResult)task).AsyncWaitHandle.WaitOne();
            _ = task.Exception;
        }
    }
}
